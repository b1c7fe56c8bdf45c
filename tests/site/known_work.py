"""Work of the kind that a build does, always the same: YAML is read, templates are rendered."""

import json

import yaml
from jinja2 import Environment

ROW = '<li><a href="{{ row.path }}">{{ row.title }}</a> {% if row.year %}<b>{{ row.year }}</b>{% endif %}{{ row.text }}</li>\n'
RECORD = "- {id: record-%s, title: {nl: Titel %s, en: Title %s}, year: %s, sources: [{document: plan, lines: %s-9999}]}\n"

template = Environment(autoescape=True).from_string("{% for row in rows %}" + ROW + "{% endfor %}")
text = "".join(RECORD % ((number,) * 5) for number in range(1, 2500))
records = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
rows = [{"path": f"a/{one['id']}/", "title": one["title"]["nl"], "year": one["year"], "text": "a & b < c " * 9} for one in records]
pages = [template.render(rows=rows[start : start + 60]) for start in range(0, 2400, 4)]
json.dumps(records)
len("".join(pages).encode())
