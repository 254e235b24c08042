"""Letters as they are typed and as they are meant: case, accents, elongation, masks. Words are left to `reading`."""
