// Which item of a list as it was is which of the list as it is now.

const key = (value) => JSON.stringify(value);

/**
 * Gives pairs of places in both lists, null for what is in one only. What is the same is found first, the longest row of it; between
 * these, what is left over on both sides was changed.
 * @param {any[]} old @param {any[]} now @returns {Array<[number | null, number | null]>}
 */
export function pairsOf(old, now) {
  const [was, is] = [old.map(key), now.map(key)];
  const found = [];
  let [from, to] = [0, 0];
  for (const [one, other] of [...common(was, is), [was.length, is.length]]) {
    const [gone, come] = [one - from, other - to];
    const both = Math.min(gone, come);
    for (let place = 0; place < Math.max(gone, come); place += 1) {
      if (place < both) found.push([from + place, to + place]);
      else found.push(gone > come ? [from + place, null] : [null, to + place]);
    }
    if (one < was.length) found.push([one, other]);
    [from, to] = [one + 1, other + 1];
  }
  return found;
}

// The longest common row of two lists, as pairs of places.
function common(was, is) {
  const longest = Array.from({ length: was.length + 1 }, () => new Array(is.length + 1).fill(0));
  for (let one = was.length - 1; one >= 0; one -= 1) {
    for (let other = is.length - 1; other >= 0; other -= 1) {
      longest[one][other] = was[one] === is[other] ? longest[one + 1][other + 1] + 1 : Math.max(longest[one + 1][other], longest[one][other + 1]);
    }
  }
  const found = [];
  let [one, other] = [0, 0];
  while (one < was.length && other < is.length) {
    if (was[one] === is[other]) found.push([one++, other++]);
    else if (longest[one + 1][other] >= longest[one][other + 1]) one += 1;
    else other += 1;
  }
  return found;
}
