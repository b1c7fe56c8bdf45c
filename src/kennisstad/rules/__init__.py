"""Is it true? One module a rule; each looks at records together, at what their own models found right in them.

A rule is a function from the dataset to the problems it finds; its docstring shows what passes and what fails.
"""

from collections.abc import Callable, Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Problem
from kennisstad.rules.acceptance import accepted_rules_are_advice
from kennisstad.rules.accessibility import accessibility_is_not_overstated
from kennisstad.rules.addresses import old_addresses_lead_to_one_record, one_page_per_address
from kennisstad.rules.appearance import colours_are_legible, icon_has_its_pictures, icons_exist
from kennisstad.rules.articles import (
    articles_are_translated,
    articles_leave_archives_free,
    events_have_a_time,
    news_is_of_now,
    newsletters_have_a_period,
)
from kennisstad.rules.charts import charts_compare_like_with_like
from kennisstad.rules.choices import choices_exist, own_choices_are_new
from kennisstad.rules.content import (
    home_has_no_address_of_its_own,
    nothing_is_published_as_typed,
    pages_are_safe,
    pages_are_translated,
)
from kennisstad.rules.dates import end_follows_start
from kennisstad.rules.documents import documents_say_what_they_are
from kennisstad.rules.duplicates import lists_hold_nothing_twice
from kennisstad.rules.history import erased_records_are_of_a_kind, history_can_be_read
from kennisstad.rules.interface import locales_have_all_words
from kennisstad.rules.languages import search_knows_where_words_end, synonyms_are_in_the_languages, texts_are_in_the_languages
from kennisstad.rules.ledger import counts_are_noticed, translations_follow_their_text
from kennisstad.rules.markdown import plain_text_is_plain, prose_is_safe
from kennisstad.rules.photos import photos_belong_to_a_record, photos_can_be_shown, pictures_beside_pages_can_be_shown
from kennisstad.rules.provenance import (
    codes_stand_in_their_agenda,
    documents_can_be_looked_up,
    facts_have_a_source,
    look_alikes_know_each_other,
    rows_have_a_project,
    sources_say_where,
)
from kennisstad.rules.redirects import redirects_lead_somewhere, redirects_take_no_address
from kennisstad.rules.references import notes_name_records, readings_name_fields, references_exist
from kennisstad.rules.roles import no_partner_twice, nothing_refers_to_itself
from kennisstad.rules.sources import sources_exist
from kennisstad.rules.standing import (
    partners_take_part,
    projects_are_looked_at,
    projects_are_told_of_now,
    projects_end_when_they_end,
    projects_meet_what_is_counted,
)
from kennisstad.rules.stories import projects_have_a_track_or_reason, status_has_a_year
from kennisstad.rules.templates import templates_can_be_read
from kennisstad.rules.titles import names_are_of_one, pages_can_be_told_apart
from kennisstad.rules.tongues import texts_are_in_their_language
from kennisstad.rules.wording import links_say_where_they_lead, nobody_is_shown_unasked, texts_are_plain

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references_exist,
    notes_name_records,
    readings_name_fields,
    sources_exist,
    facts_have_a_source,
    sources_say_where,
    documents_can_be_looked_up,
    documents_say_what_they_are,
    codes_stand_in_their_agenda,
    rows_have_a_project,
    look_alikes_know_each_other,
    choices_exist,
    own_choices_are_new,
    nothing_refers_to_itself,
    no_partner_twice,
    texts_are_in_the_languages,
    synonyms_are_in_the_languages,
    search_knows_where_words_end,
    prose_is_safe,
    plain_text_is_plain,
    texts_are_in_their_language,
    lists_hold_nothing_twice,
    pages_can_be_told_apart,
    end_follows_start,
    projects_have_a_track_or_reason,
    status_has_a_year,
    charts_compare_like_with_like,
    accessibility_is_not_overstated,
    colours_are_legible,
    icons_exist,
    icon_has_its_pictures,
    templates_can_be_read,
    photos_can_be_shown,
    photos_belong_to_a_record,
    pictures_beside_pages_can_be_shown,
    locales_have_all_words,
    pages_are_translated,
    pages_are_safe,
    nothing_is_published_as_typed,
    home_has_no_address_of_its_own,
    articles_are_translated,
    articles_leave_archives_free,
    events_have_a_time,
    news_is_of_now,
    newsletters_have_a_period,
    one_page_per_address,
    old_addresses_lead_to_one_record,
    redirects_lead_somewhere,
    redirects_take_no_address,
    history_can_be_read,
    erased_records_are_of_a_kind,
    accepted_rules_are_advice,
    projects_are_looked_at,
    projects_are_told_of_now,
    projects_meet_what_is_counted,
    projects_end_when_they_end,
    partners_take_part,
    names_are_of_one,
    texts_are_plain,
    links_say_where_they_lead,
    nobody_is_shown_unasked,
    translations_follow_their_text,
    counts_are_noticed,
)

__all__ = ["RULES", "Rule"]
