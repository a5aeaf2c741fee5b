// The least contrast (WCAG 2.2) between ink and ground of the elements that a selector finds; of all text by default.
(selector) => {
  const channel = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const parts = (color) => color.match(/[\d.]+/g).map(Number);
  const ground = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const color = parts(getComputedStyle(n).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const written = (node) => [...node.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const found = selector
    ? [...document.querySelectorAll(selector)]
    : [...document.querySelectorAll("body *")].filter((node) => written(node) && node.getClientRects().length);
  const ratios = found.map((node) => {
    const style = getComputedStyle(node);
    const ink = parts(node.tagName === "text" ? style.fill : style.color).slice(0, 3);
    const [more, less] = [light(ink), light(ground(node))].sort((x, y) => y - x);
    return (more + 0.05) / (less + 0.05);
  });
  return [ratios.length, Math.min(...ratios)];
}
