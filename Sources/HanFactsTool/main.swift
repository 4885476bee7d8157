import HanFactsCLI

HanFactsProgram.main()
