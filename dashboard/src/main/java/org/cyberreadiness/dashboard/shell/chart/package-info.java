/** Charts: an ECharts option drawn in the colours of the theme. */
@NullMarked
package org.cyberreadiness.dashboard.shell.chart;

import org.jspecify.annotations.NullMarked;
