"""Where the content of a cue begins."""
