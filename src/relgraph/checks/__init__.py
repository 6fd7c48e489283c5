"""What can be wrong with facts and actors: one module a subject, one function a rule, all listed in `rules`."""
