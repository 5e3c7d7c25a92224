"""What keeps people from reading a deck: each rule, and the report."""
