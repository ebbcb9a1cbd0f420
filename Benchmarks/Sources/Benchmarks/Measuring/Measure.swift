import Glibc

/// What something cost: on the wall, and of the processor.
struct Cost {
  /// Milliseconds that went by.
  var wall: Double
  /// Milliseconds of processor time, of the whole process.
  var processor: Double
}

/// Measuring times and memory of this process.
enum Measure {
  /// The cost of doing something once.
  static func once<Value>(_ body: () throws -> Value) rethrows -> (value: Value, cost: Cost) {
    let (wall, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    let value = try body()
    return (
      value,
      Cost(wall: now(CLOCK_MONOTONIC) - wall, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    )
  }

  /// The medians of doing something `count` times.
  static func median(of count: Int, _ body: () throws -> Void) rethrows -> Cost {
    var costs: [Cost] = []
    for _ in 0..<count { costs.append(try once(body).cost) }
    return Cost(wall: median(costs.map(\.wall)), processor: median(costs.map(\.processor)))
  }

  /// The middle of some figures.
  static func median(_ figures: [Double]) -> Double {
    let sorted = figures.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  /// Megabytes of memory that the process holds now (`VmRSS`) or held at most (`VmHWM`).
  static func memory(_ field: String) throws -> Double {
    let text = String(decoding: try Files.read("/proc/self/status"), as: UTF8.self)
    for line in text.split(separator: "\n") where line.hasPrefix(field + ":") {
      let digits = line.filter { ("0"..."9").contains($0) }
      return (Double(digits) ?? .nan) / 1024
    }
    throw BenchmarkError("the system does not say \(field)")
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
