/**
 * A figure drawn as SVG: the only file that imports echarts, in its server-side mode. What comes
 * out holds no script, no style and no colour of its own: colours are the page's custom
 * properties, so that the page's strict CSP and its dark scheme hold for charts too.
 */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Figure } from './months.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** As wide as its place on the narrowest phone (320 pixels), so that no word is ever shrunk there. */
const SIZE = { width: 264, height: 272 };
const LETTERS_PX = 12.5;
/** More of them are named in part, so that the names keep their size. */
const MONTHS_NAMED = 8;

/** Stand-ins that echarts can calculate with, and the property of `board.css` each becomes. */
const PAINTS = {
  '#100001': '--chart-1',
  '#100002': '--chart-2',
  '#100003': '--chart-3',
  '#100004': '--chart-4',
  '#100005': '--chart-5',
  '#100006': '--ink-soft',
  '#100007': '--rule',
  '#100008': '--paper',
} as const;
const [INK, RULE, PAPER] = ['#100006', '#100007', '#100008'];
const SERIES = Object.keys(PAINTS).slice(0, 5);

/** An `<svg>` element of its natural size that grows and shrinks with its place. */
export function drawFigure(figure: Figure): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  try {
    chart.setOption(optionsOf(figure));
    return cleaned(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function optionsOf(figure: Figure) {
  const label = { color: INK, fontSize: LETTERS_PX };
  return {
    animation: false,
    color: SERIES,
    grid: { left: 36, right: 8, top: 28, bottom: 94 },
    legend: {
      bottom: 0,
      borderColor: INK,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 10,
      textStyle: label,
    },
    xAxis: {
      type: 'category',
      data: figure.months,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: { ...label, interval: figure.months.length > MONTHS_NAMED ? 'auto' : 0 },
    },
    yAxis: {
      type: 'value',
      name: figure.unit,
      nameTextStyle: { ...label, align: 'right' },
      minInterval: 1,
      splitLine: { lineStyle: { color: RULE } },
      axisLabel: label,
    },
    series: figure.series.map(({ name, values }, place) =>
      figure.kind === 'stacked'
        ? {
            name,
            type: 'bar',
            stack: 'all',
            // Nothing is drawn for none: the gap between two parts would be left of it.
            data: values.map((value) => (value === 0 ? null : value)),
            barMaxWidth: 26,
            itemStyle: { borderColor: PAPER, borderWidth: 1 },
          }
        : {
            name,
            type: 'line',
            data: values,
            symbol: place === 0 ? 'circle' : 'rect',
            symbolSize: 7,
            lineStyle: { width: 2, type: place === 0 ? 'solid' : 'dashed' },
          },
    ),
  };
}

/**
 * What a page under `default-src 'none'` would block, and what only a script would read, is left
 * out.
 */
function cleaned(svg: string): string {
  const bare = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => sizeOnly(style))
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
  return Object.entries(PAINTS).reduce(
    (text, [paint, property]) => text.replaceAll(`"${paint}"`, `"var(${property})"`),
    bare,
  );
}

function sizeOnly(style: string): string {
  const size = /font-size:([\d.]+)px/.exec(style)?.[1];
  return size === undefined ? '' : ` font-size="${size}"`;
}
