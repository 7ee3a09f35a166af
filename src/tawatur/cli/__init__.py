"""The command line: one file a verb, and how text is shown in a terminal."""
