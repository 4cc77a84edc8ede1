from study_app.cli.main import main

main()
