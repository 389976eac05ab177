package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.endurance.Sample.Column;
import dev.mitigauge.bench.endurance.Timeline.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of a run: four panels over the same minutes, with a line for everything that was done. */
final class Plot {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 350;
    private static final int LEFT = 80;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    private static final Map<Deed, Color> DEEDS = new EnumMap<>(Map.of(
            Deed.RULES, new Color(0x2ca02c),
            Deed.BROKEN_RULES, new Color(0xff7f0e),
            Deed.STORE, new Color(0xd62728),
            Deed.CLOCK, new Color(0x9467bd),
            Deed.CALLERS, new Color(0x8c8c8c)));

    /** A line of a panel. */
    private record Line(String name, Column column, Color color) {}

    private static final Color BLUE = new Color(0x1f4e9c);
    private static final Color SKY = new Color(0x4fa3e0);
    private static final Color RED = new Color(0xb22222);
    private static final Color GOLD = new Color(0xc99700);
    private static final Color BLACK = new Color(0x222222);
    private static final Color TEAL = new Color(0x138a8a);

    private final List<Sample> samples;
    private final List<Mark> marks;

    private Plot(List<Sample> samples, List<Mark> marks) {
        this.samples = samples;
        this.marks = marks;
    }

    static void write(List<Sample> samples, List<Mark> marks, Path file) throws IOException {
        Plot plot = new Plot(samples, marks);
        List<XYChart> panels = List.of(
                plot.panel(
                        "Latency from the moment a request was due, ms",
                        true,
                        List.of(
                                new Line("slowest", Column.MAX_MS, SKY),
                                new Line("p99", Column.P99_MS, BLUE),
                                new Line("p50", Column.P50_MS, BLACK))),
                plot.panel(
                        "Requests a second answered; those not answered, in each sample",
                        false,
                        List.of(
                                new Line("answered/s", Column.ANSWERED_PER_S, BLUE),
                                new Line("store away", Column.AWAY, RED),
                                new Line("hung up", Column.CUT, GOLD),
                                new Line("turned away", Column.SHED, TEAL),
                                new Line("wrong", Column.WRONG, BLACK))),
                plot.panel(
                        "Memory, MiB",
                        false,
                        List.of(
                                new Line("RSS", Column.RSS_MIB, BLACK),
                                new Line("heap committed", Column.HEAP_COMMITTED_MIB, SKY),
                                new Line("heap after collection", Column.HEAP_AFTER_GC_MIB, BLUE),
                                new Line("metaspace", Column.METASPACE_MIB, TEAL),
                                new Line("direct", Column.DIRECT_MIB, GOLD))),
                plot.panel(
                        "Threads, descriptors, connections",
                        false,
                        List.of(
                                new Line("descriptors", Column.DESCRIPTORS, BLUE),
                                new Line("connections", Column.CONNECTIONS, SKY),
                                new Line("threads", Column.THREADS, BLACK))));
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT * panels.size(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < panels.size(); i++) {
            Graphics2D graphics = (Graphics2D) image.getGraphics().create(0, i * HEIGHT, WIDTH, HEIGHT);
            panels.get(i).paint(graphics, WIDTH, HEIGHT);
            graphics.dispose();
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private XYChart panel(String title, boolean logarithmic, List<Line> lines) {
        XYChart chart =
                new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
        style(chart, logarithmic);
        double most = lines.stream()
                .flatMap(line -> samples.stream().map(sample -> sample.of(line.column())))
                .filter(value -> !value.isNaN())
                .max(Double::compare)
                .orElse(1.0);
        DEEDS.forEach((deed, color) -> mark(chart, deed, color, logarithmic ? 1 : 0, most));
        lines.forEach(line -> draw(chart, line, logarithmic ? 1 : 0));
        return chart;
    }

    private void style(XYChart chart, boolean logarithmic) {
        chart.getStyler()
                .setYAxisLogarithmic(logarithmic)
                .setXAxisMin(samples.get(0).second() / 60)
                .setXAxisMax(samples.get(samples.size() - 1).second() / 60)
                .setXAxisDecimalPattern("0.# min")
                .setYAxisDecimalPattern("#,###")
                .setPlotMargin(0)
                .setAxisTickLabelsFont(FONT)
                .setYAxisLeftWidthHint(LEFT)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendFont(FONT)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartTitleFont(FONT.deriveFont(Font.BOLD))
                .setChartTitleBoxVisible(false);
    }

    /** One line that goes up and down at each mark, broken in between. */
    private void mark(XYChart chart, Deed deed, Color color, double bottom, double top) {
        List<Double> minutes = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.deed() == deed) {
                minutes.addAll(List.of(mark.second() / 60, mark.second() / 60, mark.second() / 60));
                heights.addAll(List.of(bottom, top, Double.NaN));
            }
        }
        if (!minutes.isEmpty()) {
            XYSeries series = chart.addSeries(deed.words(), minutes, heights);
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(color);
            series.setLineStyle(
                    new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0));
        }
    }

    private void draw(XYChart chart, Line line, double least) {
        List<Sample> known = samples.stream()
                .filter(sample -> !Double.isNaN(sample.of(line.column())))
                .toList();
        XYSeries series = chart.addSeries(
                line.name(),
                known.stream().map(sample -> sample.second() / 60).toList(),
                known.stream()
                        .map(sample -> Math.max(least, sample.of(line.column())))
                        .toList());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(line.color());
        series.setLineStyle(new BasicStroke(1.6f));
    }
}
