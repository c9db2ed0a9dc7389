"""Records that are public or not, and answer 410 once they are no longer: organisations, burial
sites, people buried there. Their history is kept by Wagtail: a revision and a log entry for every
change."""
