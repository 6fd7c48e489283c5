"""The parts of docs/ that are made from the code: who imports whom, commands, checks, measures, formats, shapes."""
