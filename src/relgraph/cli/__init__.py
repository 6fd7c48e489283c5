"""The command line: options in, one question asked, its answer rendered, an exit status out."""
