"""What a programme file may hold: its JSON Schema, which is shipped, and its page of the reference, from one place.

Fields, types and defaults come from the classes that `diplocal.files` reads a file into, words from their docstrings,
allowed values from their enumerations. Only the examples are written down here, and the tests read each of them.
`make schemas` writes both files anew.
"""
