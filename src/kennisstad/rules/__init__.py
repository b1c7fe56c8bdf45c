"""Is it true? One module a rule; each looks at records together, at what their own models found right in them.

A rule is a function from the dataset to the problems it finds; its docstring shows what passes and what fails.
"""

from collections.abc import Callable, Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Problem
from kennisstad.rules.accessibility import accessibility_is_not_overstated
from kennisstad.rules.addresses import one_page_per_address
from kennisstad.rules.appearance import colours_are_legible, icons_exist
from kennisstad.rules.charts import charts_compare_like_with_like
from kennisstad.rules.choices import choices_exist, own_choices_are_new
from kennisstad.rules.content import home_has_no_address_of_its_own, pages_are_safe, pages_are_translated
from kennisstad.rules.dates import end_follows_start
from kennisstad.rules.duplicates import lists_hold_nothing_twice
from kennisstad.rules.interface import locales_have_all_words
from kennisstad.rules.languages import texts_are_in_the_languages
from kennisstad.rules.markdown import plain_text_is_plain, prose_is_safe
from kennisstad.rules.photos import photos_belong_to_a_record, photos_can_be_shown
from kennisstad.rules.references import notes_name_records, readings_name_fields, references_exist
from kennisstad.rules.roles import no_partner_twice, nothing_refers_to_itself
from kennisstad.rules.sources import sources_exist
from kennisstad.rules.stories import projects_have_a_track_or_reason, status_has_a_year

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references_exist,
    notes_name_records,
    readings_name_fields,
    sources_exist,
    choices_exist,
    own_choices_are_new,
    nothing_refers_to_itself,
    no_partner_twice,
    texts_are_in_the_languages,
    prose_is_safe,
    plain_text_is_plain,
    lists_hold_nothing_twice,
    end_follows_start,
    projects_have_a_track_or_reason,
    status_has_a_year,
    charts_compare_like_with_like,
    accessibility_is_not_overstated,
    colours_are_legible,
    icons_exist,
    photos_can_be_shown,
    photos_belong_to_a_record,
    locales_have_all_words,
    pages_are_translated,
    pages_are_safe,
    home_has_no_address_of_its_own,
    one_page_per_address,
)

__all__ = ["RULES", "Rule"]
