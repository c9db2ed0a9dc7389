"""What the public sends: from the first word to its publication, withdrawal and erasure.

An app registers a kind of submission (`kinds`), with the forms that ask for it and what it becomes.
Everything between is here: links without an account, letters, consents, pictures, review, erasure.
"""
