/**
 * A chart: draws the ECharts option it is given with the colours of the theme.
 *
 * Strings of the form `var(--name)` anywhere in the option become the colour that the theme gives the name, so the
 * same option is right in light, in dark and on paper. A data item with a `tip` says it on hover, line by line.
 */
import * as echarts from '../_static/echarts/6.0.0/dist/echarts.esm.min.js';

const charts = new Set();

class ReadinessChart extends HTMLElement {
  #option = null;
  #chart = null;
  #canvas = null;
  #resize = new ResizeObserver(() => this.#chart?.resize());

  set option(json) {
    this.#option = json ? JSON.parse(json) : null;
    this.draw();
  }

  connectedCallback() {
    charts.add(this);
    this.#resize.observe(this);
    this.draw();
  }

  disconnectedCallback() {
    charts.delete(this);
    this.#resize.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  draw() {
    if (!this.isConnected || !this.#option) return;
    if (!this.#canvas) {
      this.#canvas = document.createElement('div');
      this.#canvas.className = 'readiness-chart-canvas';
      this.#canvas.setAttribute('aria-hidden', 'true');
      this.append(this.#canvas);
    }
    if (!this.#chart) {
      this.#chart = echarts.init(this.#canvas, null, { renderer: 'svg' });
      this.#chart.on('click', (e) => this.#clicked(e));
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const themed = this.#themed(this.#option);
    this.#chart.setOption({ ...this.#defaults(), ...themed, animation: !still && themed.animation === true }, true);
  }

  resize(size) {
    this.#chart?.resize(size);
  }

  #clicked(e) {
    this.dispatchEvent(
      new CustomEvent('chart-click', {
        detail: { series: e.seriesName ?? '', name: e.name ?? '', key: e.data?.key ?? '' },
      })
    );
  }

  #defaults() {
    const style = getComputedStyle(this);
    return {
      textStyle: { fontFamily: style.fontFamily, fontSize: 13, color: this.#colour('--chart-text') },
      backgroundColor: 'transparent',
      tooltip: {
        trigger: 'item',
        confine: true,
        transitionDuration: 0,
        backgroundColor: this.#colour('--chart-surface'),
        borderColor: this.#colour('--chart-grid'),
        textStyle: { color: this.#colour('--chart-text'), fontSize: 13 },
        formatter: (p) => this.#tip(p),
      },
    };
  }

  #tip(p) {
    const item = Array.isArray(p) ? p[0] : p;
    const said = item.data?.tip;
    if (said === undefined) return undefined;
    const box = document.createElement('div');
    box.style.whiteSpace = 'pre-line';
    box.textContent = said;
    return box;
  }

  /** The option with every `var(--name)` replaced, and texts and grid in the theme's colours where nothing is said. */
  #themed(option) {
    const colours = new Map();
    const walk = (value) => {
      if (typeof value === 'string') {
        const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
        if (!name) return value;
        if (!colours.has(name)) colours.set(name, this.#colour(name));
        return colours.get(name);
      }
      if (Array.isArray(value)) return value.map(walk);
      if (value && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v)]));
      return value;
    };
    const themed = walk(option);
    for (const name of ['xAxis', 'yAxis']) {
      const axes = themed[name] ? [themed[name]].flat() : [];
      themed[name] = axes.map((axis) => ({
        ...axis,
        axisLine: { lineStyle: { color: this.#colour('--chart-grid') }, ...axis.axisLine },
        axisTick: { show: false, ...axis.axisTick },
        splitLine: { lineStyle: { color: this.#colour('--chart-grid') }, ...axis.splitLine },
        axisLabel: { color: this.#colour('--chart-text'), fontSize: 13, ...axis.axisLabel },
        nameTextStyle: { color: this.#colour('--chart-muted'), fontSize: 13, ...axis.nameTextStyle },
      }));
      if (axes.length === 0) delete themed[name];
    }
    return themed;
  }

  #colour(name) {
    const probe = document.createElement('span');
    probe.style.display = 'none';
    probe.style.color = `var(${name})`;
    this.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }
}

customElements.define('readiness-chart', ReadinessChart);

const redraw = () => requestAnimationFrame(() => charts.forEach((chart) => chart.draw()));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
new MutationObserver(redraw).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ['class', 'style', 'theme', 'data-theme'],
});
addEventListener('beforeprint', () => charts.forEach((chart) => (chart.draw(), chart.resize({ width: 680 }))));
addEventListener('afterprint', () => charts.forEach((chart) => (chart.draw(), chart.resize({ width: 'auto' }))));
