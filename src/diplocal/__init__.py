"""Turn diplomacy as the news announces it into dates that can be defended."""
