"""How readers tell the site managers what hinders them; named in the accessibility statement."""
