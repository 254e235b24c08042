"""What a long day does to a server: its traffic, and what is measured of it meanwhile."""
