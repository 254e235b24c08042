"""Files that somebody else wrote or must not read: strict on the way in, private on the way out."""
