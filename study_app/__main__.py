from study_app.cli.start import main

if __name__ == "__main__":  # not where `dva grade` starts processes of its own
    main()
