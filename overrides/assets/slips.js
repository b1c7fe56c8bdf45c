// What somebody meant who hit a wrong key: words that are a letter or two away from what was typed.
const LONG = 8;
const FIRST = 5;
const MOST = 3;

/** Gives how many letters have to be changed, added, left out or swapped to make one word another; more than `most` is `most + 1`. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [older, old] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      now[at] = Math.min(now[at - 1] + 1, old[at] + 1, old[at - 1] + (isSame ? 0 : 1));
      if (at > 1 && row > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) now[at] = Math.min(now[at], older[at - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [older, old] = [old, now];
  }
  return old[other.length];
}

/** Gives the words that are nearest, within a distance; those that begin alike first. */
function within(word, vocabulary, most) {
  const found = vocabulary.map((one) => [distance(word, one, most) + (one[0] === word[0] ? 0 : 0.5), one]).filter(([far]) => far <= most);
  found.sort(([one], [other]) => one - other);
  return found;
}

/** Gives the words that were surely meant: the nearest ones, a letter away, of a long word two. */
export function isSlip(word, vocabulary) {
  if (word.length < FIRST || /\d/.test(word)) return [];
  const found = within(word, vocabulary, word.length < LONG ? 1 : 2);
  return found.filter(([far]) => far === found[0][0]).slice(0, MOST).map(([, one]) => one);
}

/** Gives words that may have been meant where nothing at all was found: nearer first, else those that begin alike. */
export function nearestWords(word, vocabulary) {
  const near = word.length > 3 ? within(word, vocabulary, word.length < LONG ? 2 : 3).map(([, one]) => one) : [];
  const alike = vocabulary.filter((one) => word.length > FIRST && one.startsWith(word.slice(0, FIRST)));
  return [...new Set([...near, ...alike])].slice(0, MOST);
}
