from study_app.cli.start import main

main()
