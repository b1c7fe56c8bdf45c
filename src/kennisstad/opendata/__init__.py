"""What is served as open data: records as JSON, the schemas that they fit, and what there is. Made from the model."""
