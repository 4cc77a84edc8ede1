"""How each form of question is answered, one module a form."""
