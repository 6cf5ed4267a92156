"""The commands, a module each; `group` finds them by their names."""
