"""A live site held against a build of it, file by file. The one command that asks the network."""
