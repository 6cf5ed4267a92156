"""Evidence: named features with fitted weights that choose among the dates that words can mean."""
