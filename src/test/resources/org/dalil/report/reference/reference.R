# Reference values for org.dalil.report, computed apart from the program that they test.
#
# Run in this folder:  Rscript reference.R     (writes the .csv files beside it; README.md says with which R they were made)
#
# Base R only, but for noncentral-t*.csv, whose second witness needs the package Rmpfr.

options(digits = 17, warn = 1)
number <- function(x) trimws(formatC(x, digits = 17, format = "g"))
save <- function(frame, file) {
  frame[] <- lapply(frame, function(column) if (is.double(column)) number(column) else column)
  write.table(frame, file, sep = ",", row.names = FALSE, quote = FALSE)
}

# --- The noncentral t distribution -----------------------------------------------------------------------------------------
# First witness: pt(), Algorithm AS 243 (Lenth 1989) with an absolute error of 1e-12 and |ncp| up to 37.62.
# Second: with V from a chi-squared distribution of nu degrees, P(T <= t) = E Phi(t sqrt(V/nu) - delta); the trapezoid rule in
# u = log V at 200 bits, whose error falls faster than any power of the step, halved until 25 digits stand.

suppressMessages(library(Rmpfr))
BITS <- 200
integral <- function(t, nu, delta) {
  big <- function(x) mpfr(x, BITS)
  once <- function(step) {
    s <- seq(-70, 25, by = step)
    u <- log(big(nu)) + big(s) * sqrt(2 / big(nu))
    logDensity <- u * nu / 2 - exp(u) / 2 - big(nu) / 2 * log(big(2)) - lgamma(big(nu) / 2)
    keep <- logDensity > -160
    z <- big(t) * exp(u[keep] / 2) / sqrt(big(nu)) - delta
    weight <- exp(logDensity[keep]) * sqrt(2 / big(nu)) * step
    list(p = sum(weight * pnorm(z)), slope = -sum(weight * exp(-z^2 / 2)) / sqrt(2 * Const("pi", BITS)))
  }
  step <- 1 / 4
  before <- once(step)
  repeat {
    step <- step / 2
    now <- once(step)
    if (abs(now$p - before$p) < big(10)^-25) return(now)
    if (step < 1 / 512) stop("no convergence at ", t, " ", nu, " ", delta)
    before <- now
  }
}
witness <- function(t, nu, delta) asNumeric(integral(t, nu, delta)$p)

points <- rbind(
  expand.grid(t = c(-3.2, -0.7, 0, 0.4, 2.1, 5.5), nu = c(3, 4, 9, 22, 29.5, 199), delta = c(-2.5, -0.3, 0, 0.8, 3, 6)),
  data.frame(t = c(12, 12, 30, 45, 60, 150, 500, 900), nu = c(9, 99, 22, 199, 499, 4999, 99999, 999999),
             delta = c(9, 14, 27, 43, 62, 148, 501.5, 898.5)))
points$p <- mapply(witness, points$t, points$nu, points$delta)
points$pt <- mapply(function(t, nu, delta) if (abs(delta) <= 37.62) pt(t, nu, delta) else NA, points$t, points$nu, points$delta)
save(points, "noncentral-t.csv")
cat("pt() against the integral, largest difference:", max(abs(points$p - points$pt), na.rm = TRUE), "\n")

# The 95 % limits of delta for an observed t. They solve P(T <= t | delta) = 0.975 and 0.025: Newton's steps on the integral.
limit <- function(t, nu, p) {
  delta <- t + (if (p > 0.5) -1 else 1) * 1.96 * sqrt(1 + t^2 / (2 * nu))
  for (i in 1:60) {
    here <- integral(t, nu, delta)
    step <- asNumeric((here$p - p) / here$slope)
    delta <- delta - step
    if (abs(step) < 1e-14 * max(1, abs(delta))) return(delta)
  }
  stop("no limit for ", t, " ", nu)
}
byPt <- function(t, nu, p) if (abs(t) < 30) uniroot(function(d) pt(t, nu, d) - p, t + c(-8, 8) * sqrt(1 + t^2 / (2 * nu)), tol = 1e-13)$root else NA
limits <- data.frame(t = c(-4.1, -0.2, 0, 0.5, 2.0, 2.262157, 3.3, 7.25, 12.5, 25, 60, 400, 1000),
                     nu = c(9, 22, 19, 9, 9, 9, 22, 19, 29, 199, 999, 99999, 999999))
limits$lower <- mapply(limit, limits$t, limits$nu, 0.975)
limits$upper <- mapply(limit, limits$t, limits$nu, 0.025)
limits$lowerByPt <- mapply(byPt, limits$t, limits$nu, 0.975)
limits$upperByPt <- mapply(byPt, limits$t, limits$nu, 0.025)
save(limits, "noncentral-t-limits.csv")
cat("uniroot over pt() against the integral, largest difference of a limit:",
    max(abs(c(limits$lower - limits$lowerByPt, limits$upper - limits$upperByPt)), na.rm = TRUE), "\n")

# --- Paired scores ---------------------------------------------------------------------------------------------------------
set.seed(20261128)
clip <- function(x) pmin(100, pmax(0, x))
sheet <- function(name, n, before, gain, sd, step) {
  able <- rnorm(n)
  pre <- clip(round((before + sd * able + rnorm(n, 0, sd / 2)) / step) * step)
  post <- clip(round((before + gain + 0.7 * sd * able + rnorm(n, 0, sd / 2)) / step) * step)
  data.frame(set = name, pre = pre, post = post)
}
pairs <- rbind(
  # Cushny and Peebles' hours of sleep (Student 1908), R's sleep: any numbers will do.
  data.frame(set = "sleep", pre = sleep$extra[sleep$group == 1], post = sleep$extra[sleep$group == 2]),
  sheet("ten", 10, 45, 18, 16, 100 / 12), sheet("twenty", 20, 50, 12, 18, 10), sheet("room", 23, 41, 27, 15, 100 / 14),
  sheet("worse", 30, 60, -9, 14, 5), sheet("same", 40, 55, 0.5, 15, 2.5), sheet("large", 250, 38, 33, 17, 100 / 15),
  sheet("strong", 25, 20, 60, 6, 2))
save(pairs, "pairs.csv")

CUT <- 80
pairFigures <- function(name) {
  d <- pairs[pairs$set == name, ]
  n <- nrow(d)
  test <- t.test(d$post, d$pre, paired = TRUE)
  spread <- sqrt((var(d$pre) + var(d$post)) / 2)
  dav <- mean(d$post - d$pre) / spread
  t <- unname(test$statistic)
  scale <- sqrt(2 * (var(d$pre) + var(d$post) - 2 * cov(d$pre, d$post)) / (n * (var(d$pre) + var(d$post))))
  lambda <- c(limit(t, n - 1, 0.975), limit(t, n - 1, 0.025))
  data.frame(set = name, people = n, meanPre = mean(d$pre), meanPost = mean(d$post), gain = unname(test$estimate),
             lower = test$conf.int[1], upper = test$conf.int[2], deviationPre = sd(d$pre), deviationPost = sd(d$post),
             deviation = sd(d$post - d$pre), dav = dav, hedges = dav * (1 - 3 / (4 * (n - 1) - 1)),
             davLower = lambda[1] * scale, davUpper = lambda[2] * scale, dz = t / sqrt(n),
             hake = (mean(d$post) - mean(d$pre)) / (100 - mean(d$pre)),
             kept = sum(d$pre >= CUT & d$post >= CUT), gained = sum(d$pre < CUT & d$post >= CUT),
             lost = sum(d$pre >= CUT & d$post < CUT), never = sum(d$pre < CUT & d$post < CUT))
}
save(do.call(rbind, lapply(unique(pairs$set), pairFigures)), "pairs-figures.csv")

# --- Shares: Wilson, McNemar, Newcombe's interval for the change -----------------------------------------------------------
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int[1:2])
shares <- data.frame(some = c(0, 1, 3, 6, 17, 23, 81, 15, 0, 1, 10, 499999), all = c(10, 10, 12, 23, 23, 23, 263, 148, 20, 29, 10, 1000000))
shares$lower <- mapply(function(x, n) wilson(x, n)[1], shares$some, shares$all)
shares$upper <- mapply(function(x, n) wilson(x, n)[2], shares$some, shares$all)
save(shares, "wilson.csv")

# Newcombe (1998), Statistics in Medicine 17:2635-2650, method 10.
newcombe <- function(kept, gained, lost, never) {
  n <- kept + gained + lost + never
  after <- kept + gained; before <- kept + lost
  one <- wilson(after, n); two <- wilson(before, n)
  p1 <- after / n; p2 <- before / n
  over <- kept * never - gained * lost
  over <- if (over > 0) max(over - n / 2, 0) else over
  under <- sqrt(as.numeric(after) * (n - after) * before * (n - before))
  phi <- if (under == 0) 0 else over / under
  c(p1 - p2 - sqrt((p1 - one[1])^2 - 2 * phi * (p1 - one[1]) * (two[2] - p2) + (two[2] - p2)^2),
    p1 - p2 + sqrt((one[2] - p1)^2 - 2 * phi * (one[2] - p1) * (p2 - two[1]) + (p2 - two[1])^2))
}
tables <- data.frame(kept = c(4, 6, 0, 20, 10, 14, 3, 12, 200, 0, 5, 794, 9, 8),
                     gained = c(13, 11, 10, 12, 0, 9, 1, 40, 300, 0, 12, 150, 13, 30),
                     lost = c(2, 0, 0, 2, 0, 1, 8, 11, 90, 0, 12, 86, 12, 30),
                     never = c(4, 6, 0, 16, 0, 0, 0, 30, 410, 15, 5, 570, 9, 8))
for (i in seq_len(nrow(tables))) {
  x <- tables[i, ]
  few <- x$gained + x$lost < 25
  tables$exact[i] <- few
  tables$p[i] <- if (x$gained + x$lost == 0) 1 else if (few) binom.test(x$gained, x$gained + x$lost)$p.value else
    mcnemar.test(matrix(c(x$kept, x$gained, x$lost, x$never), 2))$p.value
  limits <- newcombe(x$kept, x$gained, x$lost, x$never)
  tables$lower[i] <- limits[1]
  tables$upper[i] <- limits[2]
}
save(tables, "before-after.csv")

# --- Items: the correlation with the rest of the form ----------------------------------------------------------------------
answers <- do.call(rbind, lapply(1:5, function(item) {
  n <- c(30, 44, 60, 120, 350)[item]
  able <- rnorm(n)
  score <- if (item == 4) sample(0:4, n, TRUE, prob = 1:5) / 4 else as.integer(c(1.6, 0.8, 0.5, 0, -0.6)[item] * able + rnorm(n) > -0.4)
  data.frame(item = paste0("item-", item), score = score, rest = clip(round((60 + 18 * able + rnorm(n, 0, 6)) / (100 / 11)) * (100 / 11)))
}))
save(answers, "answers.csv")
discrimination <- do.call(rbind, lapply(split(answers, answers$item), function(d)
  data.frame(item = d$item[1], answers = nrow(d), facility = mean(d$score), correlation = cor(d$score, d$rest))))
save(discrimination, "discrimination.csv")

# --- Items: Mantel-Haenszel, the same score in two languages ---------------------------------------------------------------
strata <- do.call(rbind, lapply(1:5, function(set) {
  k <- c(5, 8, 6, 10, 4)[set]
  level <- seq(0.15, 0.92, length.out = k)
  one <- rpois(k, c(14, 30, 9, 60, 8)[set]) + 2
  two <- rpois(k, c(10, 25, 9, 45, 8)[set]) + 2
  shifted <- plogis(qlogis(level) + c(0, -0.9, 0.35, -0.5, 0.02)[set])
  right1 <- rbinom(k, one, level); right2 <- rbinom(k, two, shifted)
  data.frame(set = paste0("dif-", set), right = right1, wrong = one - right1, rightHere = right2, wrongHere = two - right2)
}))
save(strata, "strata.csv")
mantelHaenszel <- do.call(rbind, lapply(split(strata, strata$set), function(d) {
  cube <- array(0, c(2, 2, nrow(d)))
  for (i in seq_len(nrow(d))) cube[, , i] <- matrix(c(d$right[i], d$rightHere[i], d$wrong[i], d$wrongHere[i]), 2)
  test <- mantelhaen.test(cube, correct = TRUE)
  odds <- unname(test$estimate)
  # The interval of mantelhaen.test is odds * exp(-+ z * s) with the variance of Robins, Breslow and Greenland (1986).
  s <- log(test$conf.int[2] / test$conf.int[1]) / (2 * qnorm(0.975))
  data.frame(set = d$set[1], odds = odds, delta = -2.35 * log(odds), error = 2.35 * s, chiSquared = unname(test$statistic), p = test$p.value)
}))
save(mantelHaenszel, "mantel-haenszel.csv")

# --- Forms: difference of difficulty, Welch's interval ---------------------------------------------------------------------
forms <- data.frame(form = rep(c("A", "B"), c(34, 31)), pre = NA, post = NA)
forms$pre <- clip(round(rnorm(65, ifelse(forms$form == "A", 48, 43), 15) / 5) * 5)
forms$post <- clip(round((forms$pre + rnorm(65, ifelse(forms$form == "A", 15, 24), 9)) / 5) * 5)
names(forms)[1] <- "first"
save(forms, "forms.csv")
a <- forms$first == "A"
occasion <- function(name, onA, onB) {
  test <- t.test(onA, onB)
  data.frame(occasion = name, peopleA = length(onA), meanA = mean(onA), peopleB = length(onB), meanB = mean(onB),
             difference = mean(onA) - mean(onB), lower = test$conf.int[1], upper = test$conf.int[2])
}
difficulty <- rbind(occasion("PRE", forms$pre[a], forms$pre[!a]), occasion("POST", forms$post[!a], forms$post[a]))
save(difficulty, "forms-figures.csv")
shift <- mean(difficulty$difference)
equated <- ifelse(a, (forms$post + shift) - forms$pre, forms$post - (forms$pre + shift))
save(data.frame(shift = shift, gain = mean(equated)), "forms-equated.csv")

# --- Bootstrap of workshops ------------------------------------------------------------------------------------------------
# The same random numbers as the program: Mersenne Twister MT19937 begun by Matsumoto and Nishimura's init_genrand(seed).
begin <- function(seed) {
  RNGkind("Mersenne-Twister", "Inversion", "Rejection")
  set.seed(1)
  times <- function(a, b) ((a %/% 65536 * b) %% 65536 * 65536 + a %% 65536 * b) %% 4294967296
  xor <- function(a, b) bitwXor(a %/% 65536, b %/% 65536) * 65536 + bitwXor(a %% 65536, b %% 65536)
  state <- numeric(624)
  state[1] <- seed
  for (i in 2:624) state[i] <- (times(1812433253, xor(state[i - 1], state[i - 1] %/% 2^30)) + i - 1) %% 4294967296
  signed <- ifelse(state >= 2^31, state - 2^32, state)
  # R keeps -2^31 as NA; it doesn't occur with this seed.
  stopifnot(all(signed > -2^31))
  .Random.seed[2] <<- 624L
  .Random.seed[3:626] <<- as.integer(signed)
}
workshops <- do.call(rbind, lapply(1:2, function(set) {
  k <- c(10, 37)[set]
  people <- 8 + rpois(k, 14)
  data.frame(set = paste0("workshops-", set), people = people, gain = round(rnorm(k, 17, 7) + rnorm(k) / sqrt(people), 3))
}))
save(workshops, "workshops.csv")
bootstrap <- do.call(rbind, lapply(split(workshops, workshops$set), function(d) {
  d <- d[order(d$people, d$gain), ]
  begin(20261128)
  k <- nrow(d)
  means <- sort(replicate(1999, { i <- floor(runif(k) * k) + 1; sum(d$people[i] * d$gain[i]) / sum(d$people[i]) }))
  data.frame(set = d$set[1], mean = sum(d$people * d$gain) / sum(d$people), lower = means[50], upper = means[1950])
}))
save(bootstrap, "workshops-figures.csv")
# Very many workshops: the standard error of a ratio of sums, as lm() has it with a residual for each workshop.
set.seed(1000)
many <- data.frame(people = 8 + rpois(1200, 14))
many$gain <- round(rnorm(1200, 17, 7), 3)
save(many, "workshops-many.csv")
model <- lm(gain ~ 1, weights = people, data = many)
score <- many$people * residuals(model)
half <- qnorm(0.975) * sqrt(nrow(many) / (nrow(many) - 1) * sum(score^2)) / sum(many$people)
save(data.frame(mean = unname(coef(model)), lower = unname(coef(model)) - half, upper = unname(coef(model)) + half),
     "workshops-many-figures.csv")
cat(R.version.string, " Rmpfr ", format(packageVersion("Rmpfr")), "\n")
