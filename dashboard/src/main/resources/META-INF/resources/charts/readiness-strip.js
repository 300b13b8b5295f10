/**
 * The strip: one square per cycle on a true time axis.
 *
 * `data` is one JSON object:
 *   mode   cell | wide | axis | shares
 *   axis   days that the rows of a list share (cell)
 *   span   [first day, last day] of the axis, days since 1970 (wide, axis, shares)
 *   marks  [{ d: day, o: outcome, l: label, t: words on hover, late, inherited, broken, s: shares, n: denominator }]
 * Outcomes: met, not_met, not_assessed, not_applicable.
 */
const SVG = 'http://www.w3.org/2000/svg';
const YEAR = 365.25;

const rounded = (n) => Math.round(n * 100) / 100;

/** Shapes differ, not only colours: full; full with a notch; hatched; outline with a dash. */
function shape(outcome, x, y, w, h) {
  const at = `transform="translate(${rounded(x)} ${rounded(y)})"`;
  switch (outcome) {
    case 'met':
      return `<rect ${at} class="met" width="${w}" height="${h}" rx="1.5"/>`;
    case 'not_met':
      return `<path ${at} class="not-met" d="M0 0H${w * 0.18}L${w / 2} ${h * 0.45}L${w * 0.82} 0H${w}V${h}H0Z"/>`;
    case 'not_applicable':
      return (
        `<g ${at} class="not-applicable"><rect x=".5" y=".5" width="${w - 1}" height="${h - 1}" rx="1.5"/>` +
        `<path d="M${w * 0.3} ${h / 2}H${w * 0.7}"/></g>`
      );
    default:
      return `<g ${at} class="not-assessed"><rect x=".5" y=".5" width="${w - 1}" height="${h - 1}"/><path d="${hatch(w, h)}"/></g>`;
  }
}

/** Lines from lower left to upper right, four pixels apart, cut to the box. */
function hatch(w, h) {
  let path = '';
  for (let c = 4; c < w + h; c += 4) {
    const [x0, y0] = c <= h ? [0, c] : [c - h, h];
    const [x1, y1] = c <= w ? [c, 0] : [w, c - w];
    path += `M${rounded(x0)} ${rounded(y0)}L${rounded(x1)} ${rounded(y1)}`;
  }
  return path;
}

const tip = document.createElement('div');
tip.className = 'strip-tip';
tip.setAttribute('aria-hidden', 'true');
tip.hidden = true;
let owner = null;

function say(strip, mark, words) {
  if (!tip.isConnected) document.body.append(tip);
  owner = strip;
  tip.textContent = words;
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.x + box.width / 2 - own.width / 2, innerWidth - own.width - 8));
  const above = box.y - own.height - 8;
  tip.style.transform = `translate(${left}px, ${above < 8 ? box.bottom + 8 : above}px)`;
}

function hush() {
  tip.hidden = true;
  owner = null;
}
addEventListener('scroll', hush, { capture: true, passive: true });

class ReadinessStrip extends HTMLElement {
  #data = null;
  #width = 0;
  #listening = false;
  #resize = new ResizeObserver(() => {
    if (this.#data && this.#data.mode !== 'cell' && this.clientWidth !== this.#width) this.#draw();
  });

  set data(value) {
    this.#data = typeof value === 'string' ? (value ? JSON.parse(value) : null) : value;
    this.#draw();
  }

  connectedCallback() {
    if (!this.#listening) {
      this.addEventListener('pointerover', (e) => this.#pointed(e.target));
      this.addEventListener('pointerleave', hush);
      this.addEventListener('focusin', (e) => this.#pointed(e.target));
      this.addEventListener('focusout', hush);
      this.addEventListener('keydown', (e) => this.#key(e));
      this.addEventListener('click', (e) => this.#choose(e.target));
      this.#listening = true;
    }
    this.#resize.observe(this);
    this.#draw();
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    if (owner === this) hush();
  }

  #draw() {
    const data = this.#data;
    if (!this.isConnected) return;
    if (!data || (data.marks.length === 0 && data.mode === 'cell')) {
      this.innerHTML = '';
      return;
    }
    this.#width = this.clientWidth;
    if (data.mode === 'cell') this.innerHTML = this.#cell(data);
    else if (this.#width > 0) this.innerHTML = this.#long(data, this.#width);
  }

  /** Table cell: squares as wide as the shortest interval allows, on an axis that the rows of a list share. */
  #cell(data) {
    const size = 13;
    const own = data.marks.map((m) => m.d);
    const days = [...new Set([...(data.axis ?? []), ...own])].sort((a, b) => a - b);
    const least = Math.min(...days.slice(1).map((d, i) => d - days[i]));
    const span = days.at(-1) - days[0];
    const scale = span > 0 ? Math.min((size + 5) / Math.max(1, least), 116 / span) : 0;
    const places = new Map();
    let end = -9;
    for (const d of days) {
      const x = Math.max((d - days[0]) * scale + 2, end + 3);
      places.set(d, x);
      end = x + size;
    }
    return this.#svg(data, own.map((d) => places.get(d)), size, size, end + 2, size + 4, 2, '');
  }

  /** A row of the big picture: the full width is the span; years are marked by fine lines. */
  #long(data, width) {
    const [from, to] = data.span;
    const at = (d) => ((d - from) / Math.max(1, to - from)) * (width - 4) + 2;
    const years = [];
    for (let y = new Date(from * 864e5).getUTCFullYear() + 1; Date.UTC(y, 0, 1) / 864e5 <= to; y++)
      years.push([y, at(Date.UTC(y, 0, 1) / 864e5)]);
    if (data.mode === 'axis') return this.#axis(years, width, from, to, at);
    const tall = data.mode === 'shares' ? 72 : 18;
    const lines = years.map(([, x]) => `<path class="year" d="M${rounded(x)} 0V${tall + 8}"/>`).join('');
    const days = data.marks.map((m) => m.d);
    const least = Math.min(...days.slice(1).map((d, i) => d - days[i]), YEAR);
    const room = (least / Math.max(1, to - from)) * width;
    const w = Math.max(3, Math.min(data.mode === 'shares' ? 40 : 18, room - 2));
    const xs = days.map((d) => Math.max(2, Math.min(at(d) - w, width - w - 2)));
    if (data.mode === 'shares') return this.#shares(data, xs, w, tall, width, lines);
    return this.#svg(data, xs, w, tall, width, tall + 8, 4, lines);
  }

  #svg(data, xs, w, h, width, height, y, before) {
    const wide = data.mode === 'wide';
    const marks = data.marks.map((m, i) => {
      const x = xs[i];
      let drawn = shape(m.o, x, y, w, h);
      if (m.late) {
        const c = Math.min(w, h) * 0.5;
        drawn += `<path class="late" d="M${rounded(x + w)} ${y + h - c}V${y + h}H${rounded(x + w - c)}Z"/>`;
      }
      if (m.inherited)
        drawn += `<rect class="inherited" x="${rounded(x - 1.5)}" y="${y - 1.5}" width="${w + 3}" height="${h + 3}" rx="2"/>`;
      if (m.broken) drawn += `<path class="break" d="M${rounded(x - 2.5)} ${y - 2}V${y + h + 2}"/>`;
      const role = wide ? ` role="img" tabindex="${i === data.marks.length - 1 ? 0 : -1}" aria-label="${escaped(m.t)}"` : '';
      return `<g class="mark" data-i="${i}"${role}>${drawn}<rect class="hit" x="${rounded(x - 1)}" y="0" width="${w + 2}" height="${height}"/></g>`;
    });
    return `<svg xmlns="${SVG}" width="${rounded(width)}" height="${height}" viewBox="0 0 ${rounded(width)} ${height}"${wide ? '' : ' aria-hidden="true"'}>${before}${marks.join('')}</svg>`;
  }

  #shares(data, xs, w, tall, width, lines) {
    let until = width + 99;
    const labelled = data.marks.map((m, i) => [i, xs[i] + w / 2, m.l.length * 7]).reverse().filter(([, x, wide]) => {
      const fits = x + wide / 2 < until - 4;
      if (fits) until = x - wide / 2;
      return fits;
    }).map(([i]) => i);
    const marks = data.marks.map((m, i) => {
      let top = 4;
      const parts = m.s.map((share, k) => {
        const h = share * tall;
        const drawn = h > 0.4 ? shape(['met', 'not_met', 'not_assessed'][k], xs[i], top, w, Math.max(0.5, h - 1)) : '';
        top += h;
        return k === 1 ? drawn.replace(/d="[^"]*"/, `d="M0 0H${w}V${Math.max(0.5, h - 1)}H0Z"`) : drawn;
      });
      return (
        `<g class="mark" data-i="${i}" role="img" tabindex="${i === data.marks.length - 1 ? 0 : -1}" aria-label="${escaped(m.t)}">${parts.join('')}` +
        (labelled.includes(i)
          ? `<text class="foot" x="${rounded(Math.min(xs[i] + w / 2, width - m.l.length * 3.5))}" y="${tall + 20}" text-anchor="middle">${escaped(m.l)}</text>`
          : '') +
        `<rect class="hit" x="${rounded(xs[i] - 1)}" y="0" width="${w + 2}" height="${tall + 24}"/></g>`
      );
    });
    return `<svg xmlns="${SVG}" width="${width}" height="${tall + 24}" viewBox="0 0 ${width} ${tall + 24}">${lines}${marks.join('')}</svg>`;
  }

  #axis(years, width, from, to, at) {
    const first = new Date(from * 864e5).getUTCFullYear();
    const starts = [[first, 2], ...years];
    let until = -99;
    const texts = starts.map(([y, x], i) => {
      const next = starts[i + 1]?.[1] ?? width;
      if (x < until + 6 || x + 34 > width || (i === 0 && next - x < 40)) return '';
      until = x + 30;
      return `<text x="${rounded(x + 3)}" y="13">${y}</text>`;
    });
    const lines = years.map(([, x]) => `<path class="year" d="M${rounded(x)} 0V18"/>`).join('');
    return `<svg xmlns="${SVG}" width="${width}" height="18" viewBox="0 0 ${width} 18" aria-hidden="true">${lines}${texts.join('')}</svg>`;
  }

  #pointed(target) {
    const mark = target.closest?.('.mark');
    if (!mark) return hush();
    const words = this.#data?.marks[mark.dataset.i]?.t;
    if (words) say(this, mark, words);
  }

  #key(e) {
    const marks = [...this.querySelectorAll('.mark[tabindex]')];
    const here = marks.indexOf(document.activeElement);
    if (here < 0) return;
    if (e.key === 'Enter' || e.key === ' ') {
      this.#choose(marks[here]);
      e.preventDefault();
      return;
    }
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: marks.length - 1 }[e.key];
    if (to === undefined || !marks[to]) return;
    marks[here].setAttribute('tabindex', '-1');
    marks[to].setAttribute('tabindex', '0');
    marks[to].focus();
    e.preventDefault();
  }

  #choose(target) {
    const mark = target.closest?.('.mark');
    if (!mark || this.#data.mode === 'cell') return;
    this.dispatchEvent(new CustomEvent('cycle-chosen', { detail: { index: Number(mark.dataset.i) } }));
  }
}

function escaped(text) {
  return String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}

customElements.define('readiness-strip', ReadinessStrip);
