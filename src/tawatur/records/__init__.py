"""The nouns of the domain, one file each: frozen values that import nothing of ours."""
