"""What holds of every programme and its site, whatever editors write.

A promise is a function from a published site to the faults that it finds, each in a sentence; none is good. The tests hold
the real site, the invented one, and the real one after any edit that the check lets pass against the same promises.
"""

from collections.abc import Callable

from tests.promises.data import (
    every_data_file_names_its_own_schema_or_none,
    every_file_of_records_fits_its_schema,
    every_table_has_its_records_under_one_head,
    nothing_in_a_table_begins_a_formula,
    open_data_counts_every_record,
    the_example_of_open_data_is_a_record_that_is_there,
    the_page_about_open_data_links_every_file,
    the_sitemap_names_every_page_that_may_be_found,
)
from tests.promises.embeds import (
    an_embed_is_light_and_fetches_only_its_own_style_and_script,
    an_embed_is_not_found_by_itself,
    an_embed_shows_the_projects_of_its_page_and_leads_to_all,
    nothing_else_may_stand_in_a_frame,
    the_page_gives_the_line_that_shows_its_embed,
    whoever_has_projects_has_an_embed,
)
from tests.promises.frame import (
    a_mistake_is_told_where_the_page_stands,
    the_foot_is_one_list_on_every_page,
    the_site_map_names_what_the_foot_names,
)
from tests.promises.hosting import every_page_says_first_what_it_may_fetch, what_is_kept_for_a_year_is_named_by_its_content
from tests.promises.html import (
    canonical_is_the_address_of_the_page_itself,
    every_page_has_one_first_heading,
    every_page_says_its_title_and_description,
    no_id_stands_twice_on_a_page,
    no_link_is_dead,
    no_page_needs_an_inline_script_or_style,
    no_two_pages_have_the_same_title_or_description,
    nothing_is_fetched_elsewhere,
    titles_and_descriptions_fit_the_line_of_a_search_engine,
)
from tests.promises.languages import (
    every_lang_is_a_language_of_the_site,
    every_page_says_its_own_language,
    every_text_is_in_the_language_it_claims,
    hreflang_names_the_same_page_in_every_language,
    the_switch_is_in_each_language_itself,
)
from tests.promises.published import Published
from tests.promises.records import (
    a_record_leads_to_the_notes_about_it,
    every_hand_written_page_is_shown,
    every_old_address_leads_to_its_record,
    every_record_has_its_page_and_no_page_is_left_over,
    every_row_that_a_source_names_stands_on_a_page,
    every_text_stands_on_a_page_of_its_language,
    what_came_of_a_project_stands_under_its_track,
)
from tests.promises.structured import (
    catalogues_are_told_of_the_data_once_they_may_be,
    every_link_is_shown_well_elsewhere,
    every_page_has_the_icons_of_the_site,
    every_page_says_what_it_is_to_machines,
    every_page_tells_the_way_to_itself,
    machines_are_told_what_the_page_says,
)

Promise = Callable[[Published], list[str]]

PROMISES: tuple[Promise, ...] = (
    every_page_says_first_what_it_may_fetch,
    what_is_kept_for_a_year_is_named_by_its_content,
    every_record_has_its_page_and_no_page_is_left_over,
    every_old_address_leads_to_its_record,
    every_text_stands_on_a_page_of_its_language,
    every_row_that_a_source_names_stands_on_a_page,
    every_hand_written_page_is_shown,
    what_came_of_a_project_stands_under_its_track,
    a_record_leads_to_the_notes_about_it,
    the_foot_is_one_list_on_every_page,
    the_site_map_names_what_the_foot_names,
    a_mistake_is_told_where_the_page_stands,
    open_data_counts_every_record,
    every_file_of_records_fits_its_schema,
    every_table_has_its_records_under_one_head,
    nothing_in_a_table_begins_a_formula,
    the_page_about_open_data_links_every_file,
    the_example_of_open_data_is_a_record_that_is_there,
    the_sitemap_names_every_page_that_may_be_found,
    every_data_file_names_its_own_schema_or_none,
    no_link_is_dead,
    nothing_is_fetched_elsewhere,
    every_page_has_one_first_heading,
    every_page_says_its_title_and_description,
    titles_and_descriptions_fit_the_line_of_a_search_engine,
    no_two_pages_have_the_same_title_or_description,
    canonical_is_the_address_of_the_page_itself,
    no_page_needs_an_inline_script_or_style,
    no_id_stands_twice_on_a_page,
    every_page_says_its_own_language,
    hreflang_names_the_same_page_in_every_language,
    the_switch_is_in_each_language_itself,
    every_lang_is_a_language_of_the_site,
    every_text_is_in_the_language_it_claims,
    whoever_has_projects_has_an_embed,
    the_page_gives_the_line_that_shows_its_embed,
    an_embed_is_light_and_fetches_only_its_own_style_and_script,
    an_embed_is_not_found_by_itself,
    an_embed_shows_the_projects_of_its_page_and_leads_to_all,
    nothing_else_may_stand_in_a_frame,
    every_page_says_what_it_is_to_machines,
    every_page_tells_the_way_to_itself,
    machines_are_told_what_the_page_says,
    every_link_is_shown_well_elsewhere,
    every_page_has_the_icons_of_the_site,
    catalogues_are_told_of_the_data_once_they_may_be,
)

__all__ = ["PROMISES", "Promise", "Published"]
