"""Every command of the app, once: footer, palette, help, `dva keys` and the README come from here.

A command is a value with its words in both languages; no docstring is shown to a learner, since
`python -OO` empties them. This room stays free of Textual, so that `dva keys` answers at once.

Letters do nothing while a text box has the focus, and a Korean keyboard layout sends jamo for
them; so each command has a key of another sort as well; `with_jamo` adds the jamo.
"""
