"""The picture that stands beside a link to an entry where somebody passes the link on."""
