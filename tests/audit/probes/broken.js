// The words of headings that are broken over two lines without a hyphen: too wide for the screen at their size.
() => {
  const found = [];
  const range = document.createRange();
  for (const heading of document.querySelectorAll("h1, h2, h3")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (!text.parentElement.checkVisibility({ visibilityProperty: true }) || text.parentElement.closest(".visually-hidden")) continue;
      for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(`broken: ${word[0]}`);
      }
    }
  }
  return found;
}
