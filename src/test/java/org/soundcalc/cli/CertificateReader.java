package org.soundcalc.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Evaluates the graph of a certificate to 120 digits, which tell every figure from the next: a
 * value that is a power of two comes out as one, or off by far less than {@link #CLOSE}.
 */
final class CertificateReader {
  private static final MathContext DIGITS = new MathContext(120, RoundingMode.HALF_EVEN);
  private static final BigDecimal CLOSE = new BigDecimal("1e-80");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int LOG2_PRECISION = 400;

  private final List<BigDecimal> values = new ArrayList<>();

  /** The numbers of these nodes; those of a tree refer to others. */
  CertificateReader(JsonNode nodes, BiFunction<String, Integer, BigDecimal> ofCircuit) {
    for (JsonNode node : nodes) {
      values.add(value(node, ofCircuit));
    }
  }

  BigDecimal value(int place) {
    return values.get(place);
  }

  private BigDecimal operand(JsonNode node, int index) {
    return values.get(node.get(index).asInt());
  }

  private BigDecimal value(JsonNode node, BiFunction<String, Integer, BigDecimal> ofCircuit) {
    return switch (node.get(0).asString()) {
      case "q" -> rational(node.get(1).asString());
      case "in" -> rational(node.get(3).asString());
      case "def" -> rational(node.get(2).asString());
      case "cell" -> ofCircuit.apply(node.get(1).asString(), node.get(3).asInt());
      case "e" -> e();
      case "let" -> operand(node, 2);
      case "+" -> operand(node, 1).add(operand(node, 2), DIGITS);
      case "-" -> operand(node, 1).subtract(operand(node, 2), DIGITS);
      case "*" -> operand(node, 1).multiply(operand(node, 2), DIGITS);
      case "/" -> operand(node, 1).divide(operand(node, 2), DIGITS);
      case "max" -> operand(node, 1).max(operand(node, 2));
      case "min" -> operand(node, 1).min(operand(node, 2));
      case "^" -> operand(node, 1).pow(node.get(2).asInt(), DIGITS);
      case "<<" -> scaled(operand(node, 1), node.get(2).asInt());
      case "sqrt" -> operand(node, 1).sqrt(DIGITS);
      case "log2" -> log2(operand(node, 1));
      case "ceil" -> operand(node, 1).subtract(CLOSE).setScale(0, RoundingMode.CEILING);
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private static BigDecimal rational(String text) {
    String[] parts = text.split("/", -1);
    BigDecimal numerator = new BigDecimal(parts[0]);
    return parts.length == 1 ? numerator : numerator.divide(new BigDecimal(parts[1]), DIGITS);
  }

  private static BigDecimal scaled(BigDecimal value, int exponent) {
    BigDecimal power = TWO.pow(Math.abs(exponent));
    return exponent < 0 ? value.divide(power, DIGITS) : value.multiply(power, DIGITS);
  }

  private static BigDecimal e() {
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; i < 100; i++) {
      term = term.divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** Bit by bit: the square of what is left is 2 or more where the next bit is 1. */
  private static BigDecimal log2(BigDecimal value) {
    BigInteger whole = BigInteger.valueOf(value.toBigInteger().bitLength() - 1);
    BigDecimal rest = value.divide(TWO.pow(whole.intValueExact()), DIGITS);
    BigDecimal log = new BigDecimal(whole);
    BigDecimal bit = BigDecimal.ONE;
    for (int i = 0; i < LOG2_PRECISION && rest.compareTo(BigDecimal.ONE) != 0; i++) {
      rest = rest.pow(2, DIGITS);
      bit = bit.divide(TWO);
      if (rest.compareTo(TWO) >= 0) {
        rest = rest.divide(TWO, DIGITS);
        log = log.add(bit, DIGITS);
      }
    }
    return log;
  }

  /** Whether 2^-(bits + 1) &lt; value^scale ≤ 2^-bits; a value of 1 or more has 0 bits. */
  boolean states(int place, int scale, long bits) {
    BigDecimal power = value(place).pow(scale, DIGITS);
    BigDecimal share = power.multiply(TWO.pow((int) bits), DIGITS);
    boolean isBelow = share.compareTo(BigDecimal.ONE.add(CLOSE)) <= 0;
    boolean isAbove = share.multiply(TWO).compareTo(BigDecimal.ONE) > 0;
    return isAbove && (isBelow || bits == 0);
  }

  /** How two numbers compare, where they differ by more than {@link #CLOSE}. */
  String relation(int left, int right) {
    BigDecimal difference = value(left).subtract(value(right), DIGITS);
    if (difference.abs().compareTo(CLOSE) < 0) {
      return "=";
    }
    return difference.signum() < 0 ? "<" : ">";
  }
}
