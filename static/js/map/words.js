// Words with numbers: the page brings a form for each category of plurals.
const made = new Map(); // browsers take long to make one

function kept(key, make) {
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
}

export function plural(forms, count, language, values = {}) {
  const rules = kept(`plural ${language}`, () => new Intl.PluralRules(language));
  const words = forms[rules.select(count)] ?? forms.other;
  const said = { count: inDigits(count, language), ...values };
  return words.replace(/%\((\w+)\)s/g, (_whole, name) => said[name]);
}

export function inDigits(count, language, notation = "standard") {
  const digits = kept(`${notation} ${language}`, () => new Intl.NumberFormat(language, { notation }));
  return digits.format(count);
}
