// Words with numbers: the page brings a form for each category of plurals.
export function plural(forms, count, language, values = {}) {
  const category = new Intl.PluralRules(language).select(count);
  const words = forms[category] ?? forms.other;
  const said = { count: count.toLocaleString(language), ...values };
  return words.replace(/%\((\w+)\)s/g, (_whole, name) => said[name]);
}
