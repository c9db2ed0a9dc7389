"""What visitors tell about burials and sites: asked, checked by staff, shown beside the record."""
