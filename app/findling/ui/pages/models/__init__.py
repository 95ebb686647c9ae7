"""The Models place: what there is, what each costs and gives, and what this machine computes with."""
