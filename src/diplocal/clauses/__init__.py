"""The clause of a reference: its verb groups, and where in it the reference stands."""
