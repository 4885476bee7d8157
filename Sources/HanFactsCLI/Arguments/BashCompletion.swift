enum BashCompletion { static func script() -> String { "" } }
enum ZshCompletion { static func script() -> String { "" } }
enum FishCompletion { static func script() -> String { "" } }
enum ManualPage { static func text() -> String { "" } }
