import HanFacts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// usage: Benchmarks/run [stages [MB] | adversarial [KB] | line [MB] | tables [ROWS]]

let arguments = CommandLine.arguments.dropFirst()
let amount = arguments.dropFirst().first.flatMap { Int($0) }
switch arguments.first ?? "stages" {
case "stages": stages(megabytes: amount ?? 24)
case "adversarial": adversarial(kilobytes: amount ?? 1_024)
case "line": line(megabytes: amount ?? 60)
default:
  print("usage: Benchmarks/run [stages [MB] | adversarial [KB] | line [MB]]")
  exit(2)
}

/// Every stage on the pages and on a generated text: what it takes alone, and its share of the whole.
func stages(megabytes: Int) {
  let pipeline = try! Pipeline(Extractor())
  let pages = Texts.seeds()
  let repeats = max(1, 2_000_000 / max(1, pages.reduce(0) { $0 + $1.count }))
  let sets = [
    ("seeds", (0..<repeats).flatMap { _ in pages }), ("generated", Texts.generated(bytes: megabytes * 1_000_000)),
  ]
  for (name, documents) in sets {
    let bytes = Double(documents.reduce(0) { $0 + $1.count })
    for document in documents.prefix(50) { pipeline.run(document, to: .json) }
    let runs = name == "seeds" ? 7 : 3
    // The stages take turns, so that what else the machine does falls on all of them.
    var times = [Double](repeating: .infinity, count: Pipeline.Stage.allCases.count)
    for _ in 0..<runs {
      for (number, stage) in Pipeline.Stage.allCases.enumerated() {
        times[number] = min(times[number], seconds { for document in documents { pipeline.run(document, to: stage) } })
      }
    }
    let whole = times[times.count - 1]
    let size = "\(number(bytes / 1e6)) MB in \(documents.count) documents"
    print("\(name): \(size), processor time of one thread, best of \(runs)")
    var rows: [[String]] = []
    var before = 0.0
    for (stage, time) in zip(Pipeline.Stage.allCases, times) {
      let own = max(0, time - before)
      let speed = own > 0.001 * whole ? number(bytes / own / 1e6) : "-"
      rows.append([stage.rawValue, speed, number(bytes / time / 1e6), number(100 * own / whole)])
      before = time
    }
    printTable(["stage", "alone MB/s", "up to here MB/s", "share %"], rows)
    print("")
  }
  print("peak memory \(peakMegabytes()) MB")
}

/// Time a byte for inputs of one, two and four times a length: linear work has a ratio near 1, quadratic 4.
func adversarial(kilobytes: Int) {
  let pipeline = try! Pipeline(Extractor())
  pipeline.run(Texts.repeated("北京", bytes: 1_000_000), to: .json)
  var rows: [[String]] = []
  var bent: [String] = []
  for (name, make) in Texts.adversarial {
    let inputs = [1, 2, 4].map { make(kilobytes * 1_024 * $0) }
    var times = [Double](repeating: .infinity, count: inputs.count)
    var ratio = Double.infinity
    // What else the machine does may bend a line; the input that seems bent is measured again.
    for _ in 0..<4 where ratio > 1.9 {
      for (number, input) in inputs.enumerated() {
        let time = leastSeconds(runs: number == 2 ? 2 : 4) { pipeline.run(input, to: .json) }
        times[number] = min(times[number], time / Double(input.count) * 1e9)
      }
      // A step between two sizes is a bounded cost that begins there; work that is not linear grows at each doubling.
      let growth = max(1, min(times[1] / times[0], times[2] / times[1]))
      ratio = growth * growth
    }
    if ratio > 1.9 { bent.append(name) }
    rows.append([name] + times.map { number($0) } + [number(ratio, 2)])
  }
  let size = "\(kilobytes) KB"
  printTable(["input", "ns/byte at \(size)", "at twice", "at four times", "ratio"], rows)
  print("peak memory \(peakMegabytes()) MB")
  if !bent.isEmpty {
    print("NOT LINEAR: \(bent.joined(separator: ", "))")
    exit(1)
  }
}

/// One line of some size, just under what the program takes.
func line(megabytes: Int) {
  let pipeline = try! Pipeline(Extractor())
  let sentence = "新华社北京9月15日电（记者姜微、周琳）产研院服务企业超过15000家，营收同比增长39.5%，王宏升在江苏说"
  let input = Texts.repeated(sentence, bytes: megabytes * 1_000_000)
  let time = seconds { pipeline.run(input, to: .json) }
  print(
    "one line of \(megabytes) MB: \(number(time, 2)) s, \(number(Double(input.count) / time / 1e6)) MB/s, peak memory \(peakMegabytes()) MB"
  )
}
