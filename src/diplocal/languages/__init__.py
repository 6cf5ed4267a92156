"""What diplocal knows of each language, a folder each; nothing outside compares words of a language."""
