"""Takes a picture file from anybody and gives back files that are safe to keep and to show.

`services.ingest_picture` is the door. The modules that touch the bytes (`worker` and what it
imports) know nothing of Django: they run in a process of their own, limited in memory and time.
"""
