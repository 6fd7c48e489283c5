"""Several datasets as one: whom their codes join, what stays apart and how it is told apart, and one dataset of all."""
