"""What the API models cannot say: which services count, and which names come from elsewhere."""

from collections.abc import Mapping

SERVICES: Mapping[str, tuple[str, ...]] = {
    "AWS Amplify": ("amplify",),
    "AWS AppConfig": ("appconfig", "appconfigdata"),
    "AWS AppSync": ("appsync",),
    "AWS CDK": (),
    "AWS CLI": (),
    "AWS Certificate Manager (ACM)": ("acm",),
    "AWS CloudFormation": ("cloudformation",),
    "AWS CloudShell": (),
    "AWS CloudTrail": ("cloudtrail",),
    "AWS CodeArtifact": ("codeartifact",),
    "AWS CodeBuild": ("codebuild",),
    "AWS CodeDeploy": ("codedeploy",),
    "AWS CodePipeline": ("codepipeline",),
    "AWS Elastic Beanstalk": ("elasticbeanstalk",),
    "AWS IAM": ("iam",),
    "AWS KMS": ("kms",),
    "AWS Lambda": ("lambda",),
    "AWS Private CA": ("acm-pca",),
    "AWS PrivateLink": ("ec2",),
    "AWS SAM": (),
    "AWS STS": ("sts",),
    "AWS Secrets Manager": ("secretsmanager",),
    "AWS Step Functions": ("stepfunctions",),
    "AWS Systems Manager": ("ssm",),
    "AWS WAF": ("wafv2",),
    "AWS X-Ray": ("xray",),
    "Amazon API Gateway": ("apigateway", "apigatewayv2", "apigatewaymanagementapi"),
    "Amazon Athena": ("athena",),
    "Amazon Aurora": ("rds", "rds-data"),
    "Amazon Bedrock": (
        "bedrock-runtime",
        "bedrock",
        "bedrock-agent",
        "bedrock-agent-runtime",
    ),
    "Amazon Bedrock AgentCore": ("bedrock-agentcore", "bedrock-agentcore-control"),
    "Amazon CloudFront": ("cloudfront",),
    "Amazon CloudWatch": ("cloudwatch", "synthetics"),
    "Amazon CloudWatch Logs": ("logs",),
    "Amazon Cognito": ("cognito-idp", "cognito-identity"),
    "Amazon Data Firehose": ("firehose",),
    "Amazon DynamoDB": ("dynamodb", "dynamodbstreams", "dax"),
    "Amazon EBS": ("ec2", "ebs"),
    "Amazon EC2": ("ec2", "autoscaling"),
    "Amazon ECR": ("ecr", "ecr-public"),
    "Amazon ECS": ("ecs", "application-autoscaling"),
    "Amazon EFS": ("efs",),
    "Amazon EKS": ("eks", "eks-auth"),
    "Amazon ElastiCache": ("elasticache",),
    "Amazon EventBridge": ("events", "scheduler", "pipes", "schemas"),
    "Amazon Kinesis": ("kinesis",),
    "Amazon OpenSearch Service": ("opensearch", "opensearchserverless"),
    "Amazon Q Developer": (),
    "Amazon Quick": ("quicksight",),
    "Amazon RDS": ("rds", "rds-data"),
    "Amazon Route 53": ("route53",),
    "Amazon S3": ("s3", "s3control"),
    "Amazon S3 Glacier": ("glacier",),
    "Amazon SNS": ("sns",),
    "Amazon SQS": ("sqs",),
    "Amazon VPC": ("ec2",),
    "Elastic Load Balancing (ELB)": ("elbv2", "elb"),
    "Kiro": (),
}
"""The in-scope services of both exams, named as the blueprints do, with their botocore ids.

The likeliest id stands first. A service without an API of its own has none.
"""

CLI_SERVICES: Mapping[str, str] = {"configservice": "config", "deploy": "codedeploy", "s3api": "s3"}
"""AWS CLI commands whose name is not the botocore id."""

CLI_COMMANDS: Mapping[str, frozenset[str]] = {
    name: frozenset(commands.split())
    for name, commands in {
        # Features of the CLI itself, without an API behind the name.
        "configure": "export-credentials get import list list-profiles mfa-login set sso"
        " sso-session",
        "help": "",
        "history": "list show",
        "login": "",
        "logout": "",
        # Commands that join several calls or work on files.
        "cloudformation": "deploy package",
        "cloudfront": "sign",
        "cloudtrail": "validate-logs verify-query-results",
        "codeartifact": "login",
        "deploy": "deregister install push register uninstall",
        "ecr": "get-login-password",
        "ecr-public": "get-login-password",
        "ecs": "deploy monitor-express-gateway-service",
        "eks": "get-token update-kubeconfig",
        "logs": "start-live-tail tail",
        "rds": "generate-db-auth-token",
        "s3": "cp ls mb mv presign rb rm sync website",
        "sso": "login logout",
    }.items()
}
"""What the AWS CLI has beyond the API, by its first word. Options of these are not checked."""

_CLI_OPTIONS = {
    "of every command": """
        ca-bundle cli-auto-prompt cli-binary-format cli-connect-timeout cli-error-format
        cli-input-json cli-input-yaml cli-read-timeout color debug endpoint-url
        generate-cli-skeleton help no-cli-auto-prompt no-cli-pager no-paginate no-sign-request
        no-verify-ssl output profile query region v2-debug version
    """,
    "of every command that pages": "max-items page-size starting-token",
}

CLI_OPTIONS = frozenset(name for names in _CLI_OPTIONS.values() for name in names.split())
"""Options that the AWS CLI adds to the parameters of every operation."""

CLI_OWN_OPTIONS: Mapping[str, frozenset[str]] = {
    command: frozenset(options.split())
    for command, options in {
        "cloudwatch put-metric-data": "dimensions metric-name statistic-values storage-resolution"
        " timestamp unit value",
        "ec2 authorize-security-group-egress": "cidr port protocol source-group",
        "ec2 authorize-security-group-ingress": "port protocol source-group",
        "ec2 run-instances": "associate-public-ip-address count secondary-private-ip-addresses",
        "iam create-virtual-mfa-device": "bootstrap-method outfile",
        "lambda create-function": "zip-file",
        "lambda publish-layer-version": "zip-file",
    }.items()
}
"""Short forms that the CLI adds to the parameters of an operation."""

IAM_SERVICES: Mapping[str, tuple[str, ...]] = {
    "aoss": ("opensearchserverless",),
    "appconfig": ("appconfig", "appconfigdata"),
    "bedrock": SERVICES["Amazon Bedrock"],
    "bedrock-agentcore": SERVICES["Amazon Bedrock AgentCore"],
    "dynamodb": ("dynamodb", "dynamodbstreams"),
    "elasticfilesystem": ("efs",),
    "elasticloadbalancing": ("elbv2", "elb"),
    "es": ("opensearch",),
    "execute-api": (),
    "s3": ("s3", "s3control"),
    "servicequotas": ("service-quotas",),
    "states": ("stepfunctions",),
}
"""Service prefixes of IAM actions that are not the one botocore id of their service."""

_IAM_NAMES = {
    "actions without an operation of the name": """
        aws-marketplace:Subscribe aws-marketplace:Unsubscribe aws-marketplace:ViewSubscriptions
        bedrock:CallWithBearerToken bedrock-mantle:CreateInference
        elasticfilesystem:ClientMount elasticfilesystem:ClientWrite execute-api:InvalidateCache
        execute-api:Invoke execute-api:ManageConnections iam:PassRole kms:ReEncryptFrom
        kms:ReEncryptTo
        lambda:InvokeFunction lambda:InvokeFunctionUrl logs:Unmask
        s3:DeleteObjectVersion s3:GetObjectVersion
        bedrock:CallWithBearerToken bedrock-mantle:CreateInference cloudwatch:GenerateQuery
        execute-api:InvalidateCache execute-api:Invoke execute-api:ManageConnections
        iam:PassRole kms:ReEncryptFrom kms:ReEncryptTo
        lambda:InvokeFunction logs:Unmask s3:DeleteObjectVersion s3:GetObjectVersion
        s3:ListAllMyBuckets s3:ListBucket s3:ListBucketVersions s3:PutLifecycleConfiguration
        ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel
        ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel sts:GetServiceBearerToken
        sts:TagSession
    """,
    "condition keys that every service has": """
        aws:CalledVia aws:CurrentTime aws:MultiFactorAuthAge aws:MultiFactorAuthPresent
        aws:PrincipalAccount aws:PrincipalArn aws:PrincipalOrgID aws:PrincipalTag
        aws:PrincipalType aws:RequestTag aws:RequestedRegion aws:ResourceTag aws:SecureTransport
        aws:SourceAccount aws:SourceArn aws:SourceIp aws:SourceOrgID aws:SourceVpc aws:SourceVpce
        aws:TagKeys aws:TokenIssueTime aws:UserAgent aws:ViaAWSService
    """,
    "condition keys of one service": """
        bedrock:GuardrailIdentifier bedrock:InferenceProfileArn bedrock:bearerTokenType
        dynamodb:Attributes
        bedrock-mantle:DataRetentionMode bedrock:DataRetentionMode bedrock:GuardrailIdentifier
        bedrock:InferenceProfileArn bedrock:bearerTokenType dynamodb:Attributes
        dynamodb:LeadingKeys dynamodb:Select iam:PassedToService iam:PermissionsBoundary
        kms:EncryptionContext kms:GrantIsForAWSResource kms:ViaService lambda:FunctionUrlAuthType
        lambda:SecurityGroupIds lambda:SubnetIds lambda:VpcIds s3:TlsVersion s3:signatureAge
        sts:ExternalId
        kms:EncryptionContext kms:EncryptionContextKeys kms:GrantIsForAWSResource
        kms:RequestAlias kms:ViaService lambda:FunctionUrlAuthType
        s3:TlsVersion s3:signatureAge sts:ExternalId
    """,
}

IAM_NAMES = frozenset(name for names in _IAM_NAMES.values() for name in names.split())
"""IAM actions and condition keys that are no API operation."""

_OTHER_NAMES = {
    "products, standards and units, in plain texts": """
        AppSpec CodeCommit CodeGuru DaemonSet DevOps GiB GitHub GraphQL JavaScript KiB MiB MySQL
        NetApp NodeClass NodePool OAuth OpenAI OpenAPI OpenID OpenSSH OpenSSL OpenTelemetry OpenZFS
        PostgreSQL PowerShell SageMaker SharePoint SigV4 StackSets TiB TypeScript WebSocket IdP
        macOS microVM microVMs vCPU vCPUs
    """,
    "Dockerfile instructions": """
        ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN STOPSIGNAL USER VOLUME
        WORKDIR
    """,
    "signals": "SIGINT SIGKILL SIGTERM",
    "operators of condition and alarm expressions, and DynamoDB's SET": """
        AND AT_LEAST BETWEEN IN NOT OR REMOVE SET
    """,
    "operators of IAM conditions": """
        ArnEquals ArnLike Bool BoolIfExists ForAllValues ForAnyValue IpAddress NotIpAddress Null
        NumericGreaterThan NumericLessThan StringEquals StringEqualsIgnoreCase StringLike
        StringNotEquals StringNotLike
    """,
    "HTTP headers": "Authorization",
    "HTTP methods": "DELETE GET HEAD OPTIONS PATCH POST PUT",
    "fields of Amazon States Language": """
        BackoffRate Catch Choice ErrorEquals Fail HeartbeatSeconds IntervalSeconds JitterStrategy
        Map MaxAttempts MaxDelaySeconds Next OutputPath Parallel Pass ResultPath ResultSelector
        Retry Succeed Task TimeoutSeconds Wait
    """,
    "environment variables": """
        AWS_ACCESS_KEY_ID AWS_DEFAULT_REGION AWS_LAMBDA_FUNCTION_NAME AWS_MAX_ATTEMPTS
        AWS_PROFILE AWS_REGION AWS_NEW_RETRIES_2026 AWS_RETRY_MODE AWS_SECRET_ACCESS_KEY
        AWS_SESSION_TOKEN ECS_CLUSTER ECS_RESERVED_MEMORY KIRO_API_KEY SECRETS_MANAGER_TTL
    """,
    "metrics": """
        APPLICATION_NAME AWS_ACCESS_KEY_ID AWS_API_URL AWS_BRANCH AWS_COMMIT_ID
        AWS_LAMBDA_FUNCTION_NAME AWS_MAX_ATTEMPTS AWS_NEW_RETRIES_2026 AWS_PROFILE
        AWS_PULL_REQUEST_ID AWS_REGION AWS_RETRY_MODE AWS_SECRET_ACCESS_KEY
        AWS_SESSION_TOKEN ApproximateAgeOfOldestMessage
        ApproximateAgeOfOldestMessageInQuietGroups
        ApproximateNumberOfGroupsWithInflightMessages ApproximateNumberOfMessagesVisible
        ApproximateNumberOfNoisyGroups AsyncEventAge AsyncEventsDropped AsyncEventsReceived
        CODEBUILD_APP_VERSION CODEBUILD_BUILD_SUCCEEDING CacheHitCount CacheHitRate
        CacheMissCount CapacityProviderReservation CloudWatchSynthetics CurrConnections
        DEPLOYMENT_GROUP_NAME DEPLOYMENT_ID DatabaseConnectionsCurrentlySessionPinned
        DeadLetterErrors DestinationDeliveryFailures ECS_CLUSTER ECS_RESERVED_MEMORY
        EngineCPUUtilization Evictions IntegrationLatency Invocations IteratorAge
        KIRO_API_KEY LIFECYCLE_EVENT Latency LogEventsWithFindings NumberOfEmptyReceives
        NumberOfMessagesReceived NumberOfMessagesSent RecursiveInvocationsDropped
        ReplicationLag SECRETS_MANAGER_TTL ThrottledRequests Throttles
    """,
    "events and answers of AWS Lambda and Amazon Data Firehose": """
        Dropped ProcessingFailed batchItemFailures isBase64Encoded isFinalInvokeForWindow
        itemIdentifier kafkaRecordValue
    """,
    "JSON inside of a parameter that is a string for the models: subscription attributes, redrive"
    " and lifecycle policies": """
        FilterPolicyScope RawMessageDelivery deadLetterTargetArn maxReceiveCount rulePriority
    """,
    "values of a parameter that is a string for the models": """
        AWSCURRENT AWSPENDING AWSPREVIOUS Ec2InstanceMetadata LONG_TERM SHORT_TERM notBreaching
    """,
    "parameters and triggers of Amazon Cognito, fields of SAML, and principals in a policy": """
        CLIENT_SECRET Federated NameID SECRET_HASH finalUserStatus
    """,
    "steps of a rotation": "createSecret finishSecret setSecret testSecret",
    "lifecycle events of AWS CodeDeploy": """
        AfterAllowTestTraffic AfterAllowTraffic AfterInstall AllowTestTraffic AllowTraffic
        ApplicationStart ApplicationStop BeforeAllowTraffic BeforeBlockTraffic BeforeInstall
        BlockTraffic AfterBlockTraffic DownloadBundle ValidateService
    """,
    "deployment configurations of AWS CodeDeploy, without what stands before the last dot": """
        OneAtATime HalfAtATime
        Canary10Percent5Minutes Canary10Percent10Minutes Canary10Percent15Minutes
        Canary10Percent30Minutes Linear10PercentEvery1Minute Linear10PercentEvery2Minutes
        Linear10PercentEvery3Minutes Linear10PercentEvery10Minutes ECSAllAtOnce
        ECSCanary10Percent5Minutes ECSCanary10Percent15Minutes ECSLinear10PercentEvery1Minutes
        ECSLinear10PercentEvery3Minutes
    """,
    "sections, properties and policy templates of AWS SAM": """
        AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256
        CloudWatchPutMetricPolicy CodeUri Connectors DeploymentPreference DynamoDBCrudPolicy
        DynamoDBReadPolicy EventInvokeConfig Globals PostTraffic PreTraffic Read Write
    """,
    "rules and parameters of AWS CodePipeline's actions": """
        CloudWatchAlarm DeploymentWindow UserParameters
    """,
    "keywords of JSON Schema": "additionalProperties",
    "formats of a report in AWS CodeBuild": "JACOCOXML JUNITXML",
    "elements of a policy": "NotAction",
    "functions of CloudWatch metric math": "SERVICE_QUOTA",
    "commands, functions and fields of CloudWatch Logs Insights": """
        countDistinct filterIndex severityText
    """,
    "lines in the log of AWS Lambda": "END REPORT START",
    "task states of Amazon ECS": "DEACTIVATING",
    "errors that the models leave out": """
        BadDigest CannotPullContainer FTUFormNotFilled ServiceUnavailable UnauthorizedOperation
    """,
    "roles and policies that AWS gives": """
        AWSLambdaBasicExecutionRole AWSLambdaVPCAccessExecutionRole AWSServiceRoleForECS
        AWSXRayDaemonWriteAccess AdministratorAccess AmazonAPIGatewayPushToCloudWatchLogs
        AmazonDynamoDBReadOnlyAccess AmazonEC2ContainerServiceforEC2Role AmazonS3FullAccess
        ecsInstanceRole
    """,
    "classes, parameters and functions of the AWS SDKs, Java and CloudWatch Logs Insights": """
        ClientError Decimal ResponseMetadata RetryAttempts SecureRandom TypeDeserializer
        TypeSerializer WaiterConfig converterProviders jsonParse
        AWSServiceRoleForECS AWSXRayDaemonWriteAccess AmazonEC2ContainerServiceforEC2Role
        AWSRevokeOlderSessions AmazonS3FullAccess PowerUserAccess ecsInstanceRole
        CannotPullContainer FTUFormNotFilled InsufficientCapabilities ServiceUnavailable
        UnauthorizedOperation
    """,
    "constructs of the AWS CDK": "ApplicationLoadBalancedFargateService",
    "fields of Kubernetes": "ConfigMap HostNetwork RollingUpdate maxSurge",
    "names that examples make up": """
        API_TOKEN DB_PASSWORD ECS_CLUSTER_NAME LOG_LEVEL PartnerDown TABLE_NAME TABLE_REGION
        customerId orderId
        API_TOKEN APP_VERSION DB_PASSWORD ECS_CLUSTER_NAME EnvType LOG_LEVEL OrdersQueue
        PartnerDown PaymentFailed TABLE_NAME customerId orderId
    """,
}

OTHER_NAMES = frozenset(
    [name for names in _OTHER_NAMES.values() for name in names.split()]
    + [name.partition(":")[2] for name in IAM_NAMES]
    + [word for service in SERVICES for word in service.split()]
)
"""Names in the shape of an API name that come from elsewhere: those above, IAM's without their
prefix, and the words of the services' own names."""
