import java.util.Arrays;
import java.util.Random;

/**
 * How often a 95 % interval of the mean gain across workshops holds the truth, and how wide it is: by the normal distribution and by
 * drawing whole workshops. Programmes are drawn from seeds: workshops of 5 to 60 people, gains that pile up around the middle with long
 * tails, people of one workshop alike by so much of the variance.
 *
 * <p>{@code java -cp target/bench Intervals}: a line for each number of workshops and each likeness; two minutes at most.
 */
final class Intervals {

    private static final int PROGRAMMES = 2_000;
    private static final int DRAWS = 1_999;
    private static final double TRUTH = 2;
    private static final double Z = 1.959963984540054;

    private final Random random = new Random(7);
    private final int[] people;
    private final double[] sums;
    private final double alike;

    private Intervals(int workshops, double alike) {
        this.people = new int[workshops];
        this.sums = new double[workshops];
        this.alike = alike;
    }

    public static void main(String[] args) {
        for (int workshops : new int[] {40, 100, 200, 400}) {
            for (double alike : new double[] {0.05, 0.3}) {
                new Intervals(workshops, alike).compare();
            }
        }
    }

    private void compare() {
        int normal = 0;
        int drawn = 0;
        double normalWidth = 0;
        double drawnWidth = 0;
        for (int p = 0; p < PROGRAMMES; p++) {
            draw();
            double gain = Arrays.stream(sums).sum() / Arrays.stream(people).sum();
            double half = half(gain);
            normal += Math.abs(gain - TRUTH) <= half ? 1 : 0;
            normalWidth += 2 * half;
            double[] means = means(new Random(p * 0x9E3779B97F4A7C15L));
            double lower = means[(DRAWS + 1) / 40 - 1];
            double upper = means[39 * (DRAWS + 1) / 40 - 1];
            drawn += lower <= TRUTH && TRUTH <= upper ? 1 : 0;
            drawnWidth += upper - lower;
        }
        System.out.printf("%d workshops, alike by %.2f: normal %.3f, %.4f wide; drawn %.3f, %.4f wide%n", people.length, alike,
                normal / (double) PROGRAMMES, normalWidth / PROGRAMMES, drawn / (double) PROGRAMMES, drawnWidth / PROGRAMMES);
    }

    private void draw() {
        for (int w = 0; w < people.length; w++) {
            people[w] = Math.min(60, 5 + (int) (-10 * Math.log(1 - random.nextDouble())));
            double own = Math.sqrt(alike) * random.nextGaussian();
            sums[w] = 0;
            for (int i = 0; i < people[w]; i++) {
                double spread = (random.nextDouble() < 0.2 ? 3 : 0.5) * random.nextGaussian();
                sums[w] += Math.round(2 * (TRUTH + own + Math.sqrt(1 - alike) * spread)) / 2.0;
            }
        }
    }

    private double half(double gain) {
        double squares = 0;
        double all = 0;
        for (int w = 0; w < people.length; w++) {
            double off = sums[w] - people[w] * gain;
            squares += off * off;
            all += people[w];
        }
        return Z * Math.sqrt(squares * people.length / (people.length - 1.0)) / all;
    }

    private double[] means(Random chance) {
        double[] means = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            double sum = 0;
            long all = 0;
            for (int w = 0; w < people.length; w++) {
                int at = chance.nextInt(people.length);
                sum += sums[at];
                all += people[at];
            }
            means[d] = sum / all;
        }
        Arrays.sort(means);
        return means;
    }
}
