"""The kinds of events in the columns of a row: what happens while answering, planning, in exams."""
