"""What stands around a cue: how verbs, nouns and expressions take a source and a content."""
